import type { FeatureCollection } from 'geojson';

type PlaceRank = 'bridge' | 'district' | 'town' | 'sight' | 'water' | 'hills';

/** Names with where they stand, WGS-84: `[中文, English, lng, lat]`. */
const NAMES: Readonly<Record<PlaceRank, readonly (readonly [string, string, number, number])[]>> = {
  district: [
    ['上城', 'Shangcheng', 120.184, 30.252],
    ['拱墅', 'Gongshu', 120.152, 30.322],
    ['西湖', 'Xihu', 120.105, 30.278],
    ['滨江', 'Binjiang', 120.19, 30.186],
    ['萧山', 'Xiaoshan', 120.268, 30.168],
    ['余杭', 'Yuhang', 119.972, 30.285],
    ['临平', 'Linping', 120.297, 30.42],
    ['钱塘', 'Qiantang', 120.372, 30.316],
    ['富阳', 'Fuyang', 119.958, 30.066],
    ['临安', 'Lin’an', 119.722, 30.233],
  ],
  town: [
    ['桐庐', 'Tonglu', 119.68, 29.812],
    ['建德', 'Jiande', 119.281, 29.475],
    ['淳安', 'Chun’an', 119.042, 29.609],
    ['良渚', 'Liangzhu', 120.04, 30.372],
    ['塘栖', 'Tangqi', 120.185, 30.492],
    ['瓶窑', 'Pingyao', 119.955, 30.398],
    ['三墩', 'Sandun', 120.08, 30.322],
    ['转塘', 'Zhuantang', 120.078, 30.148],
    ['临江', 'Linjiang', 120.52, 30.29],
    ['瓜沥', 'Guali', 120.46, 30.176],
    ['闲林', 'Xianlin', 119.99, 30.222],
    ['海宁', 'Haining', 120.68, 30.512],
    ['绍兴', 'Shaoxing', 120.58, 30.0],
    ['德清', 'Deqing', 119.96, 30.545],
    ['诸暨', 'Zhuji', 120.235, 29.72],
  ],
  sight: [
    ['杭州东站', 'Hangzhou East', 120.2075, 30.2925],
    ['萧山机场', 'Airport', 120.434, 30.236],
    ['奥体中心', 'Olympic Centre', 120.229, 30.2285],
    ['拱宸桥', 'Gongchen Bridge', 120.134, 30.3205],
    ['武林门', 'Wulin', 120.16, 30.271],
    ['钱江新城', 'Qianjiang New City', 120.206, 30.245],
    ['六和塔', 'Liuhe Pagoda', 120.127, 30.1985],
    ['盐官', 'Yanguan', 120.545, 30.407],
  ],
  bridge: [
    ['袁浦大桥', 'Yuanpu Bridge', 120.122, 30.091],
    ['之江大桥', 'Zhijiang Bridge', 120.121, 30.157],
    ['钱塘江大桥', 'Qiantang Bridge', 120.1345, 30.192],
    ['复兴大桥', 'Fuxing Bridge', 120.1668, 30.2025],
    ['西兴大桥', 'Xixing Bridge', 120.1985, 30.2195],
    ['彭埠大桥', 'Pengbu Bridge', 120.2495, 30.267],
    ['九堡大桥', 'Jiubao Bridge', 120.288, 30.28],
    ['下沙大桥', 'Xiasha Bridge', 120.336, 30.267],
    ['江东大桥', 'Jiangdong Bridge', 120.428, 30.307],
  ],
  water: [
    ['西湖', 'West Lake', 120.1455, 30.2465],
    ['钱塘江', 'Qiantang River', 120.31, 30.273],
    ['钱塘江', 'Qiantang River', 120.125, 30.153],
    ['富春江', 'Fuchun River', 119.867, 29.944],
    ['湘湖', 'Xiang Lake', 120.215, 30.155],
    ['青山湖', 'Qingshan Lake', 119.787, 30.248],
    ['杭州湾', 'Hangzhou Bay', 120.83, 30.3],
  ],
  hills: [
    ['西溪湿地', 'Xixi Wetland', 120.065, 30.269],
    ['西湖群山', 'West Lake hills', 120.088, 30.21],
    ['半山', 'Banshan', 120.208, 30.368],
    ['径山', 'Jingshan', 119.81, 30.37],
    ['龙门山', 'Longmen', 120.03, 29.93],
  ],
};

/** Labels of the sketch; `nameEn` is drawn when the page speaks English. */
export const PLACES: FeatureCollection = {
  type: 'FeatureCollection',
  features: Object.entries(NAMES).flatMap(([rank, names]) =>
    names.map(([name, nameEn, lng, lat]) => ({
      type: 'Feature' as const,
      properties: { name, nameEn, rank },
      geometry: { type: 'Point' as const, coordinates: [lng, lat] },
    })),
  ),
};
